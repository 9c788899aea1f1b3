import { PageInput } from "@muejam/contracts/page";
import { {{Name}}, {{Name}}Input, {{Name}}Page, {{Name}}Ref } from "@muejam/contracts/{{name}}";
import { member, router } from "../../rpc/trpc.ts";
import * as {{name}} from "./{{name}}.service.ts";

export const {{name}}Router = router({
  list: member
    .input(PageInput)
    .output({{Name}}Page)
    .query(({ ctx, input }) => {{name}}.listOwn(ctx, input)),
  add: member
    .input({{Name}}Input)
    .output({{Name}})
    .mutation(({ ctx, input }) => {{name}}.add(ctx, input)),
  remove: member
    .input({{Name}}Ref)
    .output({{Name}}Ref)
    .mutation(({ ctx, input }) => {{name}}.remove(ctx, input)),
});
