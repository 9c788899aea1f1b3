import { defineConfig } from "vite";

/** One file with all it needs, for Node and browsers alike. */
export default defineConfig({
  build: {
    lib: { entry: "src/client.ts", formats: ["es"], fileName: "client" },
    target: "es2022",
    // Whoever builds a page makes it small; until then it can be read, and says nothing of the place it was built in.
    minify: false,
    rolldownOptions: { experimental: { attachDebugInfo: "none" } },
    license: { fileName: "licences.md" },
  },
});
