// Renders a chart as `helm template` does, where there is no helm: with the same engine (text/template), the same functions (sprig), and the
// few that helm adds and the chart uses. Reads { "values": …, "release": … } from its input; its argument is the chart's folder.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig"
	"sigs.k8s.io/yaml"
)

type table = map[string]interface{}

// files is .Files of a chart: all but its templates.
type files map[string]string

func (all files) Get(name string) string { return all[name] }

func (all files) Glob(pattern string) files {
	found := files{}
	for name, text := range all {
		if matches, _ := path.Match(pattern, name); matches {
			found[name] = text
		}
	}
	return found
}

func functions(all *template.Template) template.FuncMap {
	functions := sprig.TxtFuncMap()
	// What runs must not depend on the machine or the moment.
	for _, name := range []string{"env", "expandenv"} {
		delete(functions, name)
	}
	functions["include"] = func(name string, data interface{}) (string, error) {
		var text strings.Builder
		err := all.ExecuteTemplate(&text, name, data)
		return text.String(), err
	}
	functions["required"] = func(message string, value interface{}) (interface{}, error) {
		if value == nil || value == "" {
			return nil, errors.New(message)
		}
		return value, nil
	}
	functions["fail"] = func(message string) (string, error) { return "", errors.New(message) }
	functions["toYaml"] = func(value interface{}) (string, error) {
		text, err := yaml.Marshal(value)
		return strings.TrimSuffix(string(text), "\n"), err
	}
	functions["fromYaml"] = func(text string) (table, error) {
		value := table{}
		err := yaml.Unmarshal([]byte(text), &value)
		return value, err
	}
	return functions
}

func render(chart string, input table) error {
	about := table{}
	others := files{}
	var templates []string
	all := template.New("chart").Option("missingkey=zero")
	all.Funcs(functions(all))
	err := filepath.WalkDir(chart, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(chart, file)
		if err != nil {
			return err
		}
		if !strings.HasPrefix(name, "templates/") {
			others[name] = string(text)
			return nil
		}
		templates = append(templates, name)
		_, err = all.New(name).Parse(string(text))
		return err
	})
	if err != nil {
		return err
	}
	if err := yaml.Unmarshal([]byte(others["Chart.yaml"]), &about); err != nil {
		return err
	}
	data := table{
		"Values":  input["values"],
		"Chart":   table{"Name": about["name"], "Version": about["version"], "AppVersion": about["appVersion"]},
		"Release": table{"Name": input["release"], "Namespace": "default", "Service": "Helm"},
		"Files":   others,
	}
	for _, name := range templates {
		var text strings.Builder
		if err := all.ExecuteTemplate(&text, name, data); err != nil {
			return err
		}
		if path.Ext(name) == ".yaml" {
			fmt.Printf("---\n# Source: %s\n%s\n", name, text.String())
		}
	}
	return nil
}

func main() {
	input := table{}
	err := json.NewDecoder(os.Stdin).Decode(&input)
	if err == nil {
		err = render(os.Args[1], input)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
