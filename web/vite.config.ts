import { fileURLToPath } from "node:url";
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const api = process.env.ARCHWRIGHT_API ?? "http://localhost:8080";

export default defineConfig({
  root: here("."),
  plugins: [react(), tailwind()],
  resolve: { alias: { "@sdk": here("../generated/sdk"), "@": here("src") } },
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    // The CSP allows no data: fonts.
    assetsInlineLimit: 0,
    target: "es2023",
    sourcemap: false,
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { "/api": { target: api } } },
});
