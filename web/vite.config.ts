import { fileURLToPath } from "node:url";
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const api = process.env.ARCHWRIGHT_API ?? "http://localhost:8080";

/** What nearly every page takes: the components (but the large editor, which few take), icons, and the hooks of queries. */
const common =
  /web[\\/]src[\\/](components|session|format)[\\/](?!JsonEditor)|node_modules[\\/](lucide-react|@tanstack[\\/]react-query)[\\/]/;

/** Lets browsers fetch at once what every page turns out to need: the common code, and the letters of Latin script. */
const preloads: Plugin = {
  name: "preloads",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {}).flatMap((file) => {
        const link = (attrs: Record<string, string>) => ({
          tag: "link",
          attrs: { ...attrs, href: `/${file}`, crossorigin: "" },
          injectTo: "head" as const,
        });
        if (/^assets\/common-.*\.js$/.test(file)) return link({ rel: "modulepreload" });
        if (/^assets\/inter-latin-wght-.*\.woff2$/.test(file)) return link({ rel: "preload", as: "font", type: "font/woff2" });
        return [];
      }),
  },
};

export default defineConfig({
  root: here("."),
  plugins: [react(), tailwind(), preloads],
  resolve: { alias: { "@sdk": here("../generated/sdk"), "@": here("src") } },
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    // The CSP allows no data: fonts.
    assetsInlineLimit: 0,
    target: "es2023",
    sourcemap: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        // Left alone, a page takes fifty files of which most are smaller than what asking for them costs.
        codeSplitting: {
          groups: [
            { name: "start", tags: ["$initial"] },
            { name: "common", test: common, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": { target: api } } },
});
