import { m } from "#messages";
import { type PageHead, siteName } from "../../lib/head.ts";

export const homeHead: PageHead = {
  title: m.home_title(),
  description: m.home_claim(),
  path: "/",
  type: "website",
  about: (at) => ({ "@type": "WebSite", "@id": at("/"), url: at("/"), name: siteName, description: m.home_claim() }),
};
