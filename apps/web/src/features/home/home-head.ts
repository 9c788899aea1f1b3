import { type PageHead, siteName } from "../../lib/head.ts";
import { messages } from "./messages.ts";

export const homeHead: PageHead = {
  title: messages.title,
  description: messages.claim,
  path: "/",
  type: "website",
  about: (at) => ({ "@type": "WebSite", "@id": at("/"), url: at("/"), name: siteName, description: messages.claim }),
};
