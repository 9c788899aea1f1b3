import tailwindcss from "@tailwindcss/vite";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { nameBuild } from "./build/build-name.ts";
import { compress } from "./build/compress.ts";
import { emitIcons } from "./build/icons.ts";
import { speak } from "./build/speak.ts";
import { emitWorker } from "./build/worker.ts";

const firstFonts = /(besley|schibsted-grotesk)-latin-wght-normal-[\w-]+\.woff2$/;

/** The two faces of every first screen start with the page, not after the style sheet. */
function preloadFonts(): Plugin {
  return {
    name: "preload-fonts",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => firstFonts.test(file))
          .map((file) => ({
            tag: "link",
            attrs: { rel: "preload", as: "font", type: "font/woff2", href: `/${file}`, crossorigin: "" },
            injectTo: "head",
          })),
    },
  };
}

/** The words are in the page: style and faces come before what makes it answer. */
function scriptsLast(): Plugin {
  return {
    name: "scripts-last",
    transformIndexHtml: {
      order: "post",
      handler: (html) => html.replaceAll('<script type="module"', '<script type="module" fetchpriority="low"'),
    },
  };
}

/** Built twice: for browsers, and for the server, which renders what everybody may see. */
export default defineConfig(({ isSsrBuild, mode }) => ({
  plugins: [
    tanstackRouter({ target: "react", autoCodeSplitting: true, generatedRouteTree: "src/route-tree.gen.ts" }),
    react(),
    tailwindcss(),
    speak(mode),
    preloadFonts(),
    scriptsLast(),
    emitIcons(),
    nameBuild(),
    emitWorker(),
    compress(),
  ],
  build: isSsrBuild
    ? // A name of its own for each build: a process loads a module once for each name.
      {
        outDir: "dist/server",
        copyPublicDir: false,
        rolldownOptions: { output: { entryFileNames: "[name]-[hash].js" } },
      }
    : {
        outDir: "dist/client",
        manifest: true,
        // `data:` is not allowed by the content security policy, hence nothing is inlined.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        // What every page needs is one file: forty small ones are larger, and wait for one another.
        rolldownOptions: {
          // tRPC does not say so itself, hence all of it would come with the first of it.
          treeshake: { moduleSideEffects: [{ test: /@trpc/, sideEffects: false }] },
          output: {
            codeSplitting: {
              groups: [
                { name: "links", test: /@trpc.client.dist.http/, priority: 1, includeDependenciesRecursively: false },
                { name: "base", tags: ["$initial"] },
              ],
            },
          },
        },
      },
  // As fast as it gets, and with one React: nothing is looked up where it runs.
  ...(isSsrBuild && { ssr: { noExternal: true }, define: { "process.env.NODE_ENV": '"production"' } }),
  server: { host: "127.0.0.1", proxy: { "/trpc": "http://127.0.0.1:3000" } },
}));
