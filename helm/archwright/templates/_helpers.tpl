{{- define "archwright.name" -}}
{{- $release := .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- if contains "archwright" $release }}{{ $release }}{{ else }}{{ printf "%s-archwright" $release }}{{ end -}}
{{- end -}}

{{- define "archwright.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: archwright
{{ include "archwright.selector" . }}
{{- end -}}

{{- /* What never changes in a release: Deployments cannot change their selectors. */ -}}
{{- define "archwright.selector" -}}
app.kubernetes.io/name: archwright
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "archwright.secret" -}}
{{- .Values.secrets.existingSecret | default (printf "%s-secrets" (include "archwright.name" .)) -}}
{{- end -}}

{{- define "archwright.serviceAccount" -}}
{{- .Values.serviceAccount.name | default (include "archwright.name" .) -}}
{{- end -}}

{{- define "archwright.image" -}}
{{- $repository := required "image.repository is missing: say where the image is, such as ghcr.io/<owner>/archwright." .Values.image.repository -}}
{{- if .Values.image.digest }}{{ printf "%s@%s" $repository .Values.image.digest }}{{ else }}{{ printf "%s:%s" $repository (.Values.image.tag | default .Chart.AppVersion) }}{{ end -}}
{{- end -}}

{{- /*
Every kind of process that runs, as a list: { name, group, role, domains, settings }. Those of the main group are named after their role; it
has the domains that no group of its own has, and says nothing of domains when it has all.
*/ -}}
{{- define "archwright.processes" -}}
{{- $root := . -}}
{{- $rest := .Values.domains -}}
{{- range $name, $group := .Values.apart -}}
{{- range $group.domains -}}
{{- if not (has . $rest) }}{{ fail (printf "apart.%s.domains has %s, which is no domain or is in another group too." $name .) }}{{ end -}}
{{- $rest = without $rest . -}}
{{- end -}}
{{- end -}}
{{- $processes := list -}}
{{- range $role := list "api" "worker" "scheduler" -}}
{{- $shared := index $root.Values $role -}}
{{- $processes = append $processes (dict "name" $role "group" "main" "role" $role "domains" (ternary $rest list (gt (len $root.Values.apart) 0)) "settings" $shared) -}}
{{- range $name, $group := $root.Values.apart -}}
{{- $own := index $group $role | default dict -}}
{{- $processes = append $processes (dict "name" (printf "%s-%s" $name $role) "group" $name "role" $role "domains" $group.domains "settings" (mergeOverwrite (deepCopy $shared) $own)) -}}
{{- end -}}
{{- end -}}
{{- toYaml (dict "items" $processes) -}}
{{- end -}}

{{- /* The selector of one kind of process: { root, process }. */ -}}
{{- define "archwright.processSelector" -}}
{{ include "archwright.selector" .root }}
app.kubernetes.io/component: {{ .process.role }}
archwright/group: {{ .process.group }}
{{- end -}}

{{- /* What every container of the platform is given, whatever it does: { root, extra }. Later ones win. */ -}}
{{- define "archwright.env" -}}
{{- $root := .root -}}
{{- $secret := include "archwright.secret" $root -}}
{{- range $name := list "AUTH_SIGNING_KEYS" "ENCRYPTION_KEYS" }}
- name: {{ $name }}
  valueFrom: { secretKeyRef: { name: {{ $secret }}, key: {{ $name }} } }
{{- end }}
{{- if $root.Values.postgres.enabled }}
- name: POSTGRES_PASSWORD
  valueFrom: { secretKeyRef: { name: {{ $secret }}, key: POSTGRES_PASSWORD } }
- name: DATABASE_URL
  value: postgres://archwright:$(POSTGRES_PASSWORD)@{{ include "archwright.name" $root }}-postgres:5432/archwright
{{- else }}
- name: DATABASE_URL
  valueFrom: { secretKeyRef: { name: {{ $secret }}, key: DATABASE_URL } }
{{- end }}
{{- if $root.Values.nats.enabled }}
- name: NATS_PASSWORD
  valueFrom: { secretKeyRef: { name: {{ $secret }}, key: NATS_PASSWORD } }
- name: NATS_URL
  value: nats://archwright:$(NATS_PASSWORD)@{{ include "archwright.name" $root }}-nats:4222
{{- end }}
- name: PUBLIC_URL
  value: {{ $root.Values.publicUrl | quote }}
{{- range $name, $value := $root.Values.env }}
- name: {{ $name }}
  value: {{ include "archwright.text" $value | quote }}
{{- end }}
{{- with $root.Values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- with .extra }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- /* Whole numbers of values come as floating ones, which print as 5e+09. */ -}}
{{- define "archwright.text" -}}
{{- if kindIs "float64" . }}{{ int64 . }}{{ else }}{{ toString . }}{{ end -}}
{{- end -}}

{{- define "archwright.podSecurity" -}}
runAsNonRoot: true
runAsUser: 1000
runAsGroup: 1000
fsGroup: 1000
fsGroupChangePolicy: OnRootMismatch
seccompProfile: { type: RuntimeDefault }
{{- end -}}

{{- define "archwright.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end -}}
