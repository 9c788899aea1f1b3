import type { RenderFault } from "@muejam/contracts/rendering";
import { renderToStaticMarkup } from "react-dom/server";
import { m } from "#messages";
import { Statement } from "./features/shell/statement.tsx";
import { titled } from "./lib/head.ts";
import { headMarkup } from "./lib/head-markup.ts";

/** The browser may still manage, so this is for whoever has no script. */
export const renderFault: RenderFault = (id) => ({
  head: headMarkup({
    meta: [{ title: titled(m.shell_fault_title()) }, { name: "robots", content: "noindex" }],
    links: [],
  }),
  body: `<div id="root"></div><noscript>${renderToStaticMarkup(
    <main id="main" className="page">
      <Statement title={m.shell_fault_title()} body={m.shell_fault_body()}>
        <p className="text-micro text-ink-3">{m.shell_fault_reference({ id })}</p>
      </Statement>
    </main>,
  )}</noscript>`,
});
