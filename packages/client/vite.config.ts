import { defineConfig } from "vite";

/** One file with all it needs, for Node and browsers alike. */
export default defineConfig({
  build: {
    lib: { entry: "src/client.ts", formats: ["es"], fileName: "client" },
    target: "es2022",
    minify: false,
  },
});
