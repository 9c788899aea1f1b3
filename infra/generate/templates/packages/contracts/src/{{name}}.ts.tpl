import { z } from "zod";
import { pageOf } from "./page.ts";
import { DisplayName } from "./profile.ts";

export const {{Name}}Input = z.object({ name: DisplayName });
export type {{Name}}Input = z.infer<typeof {{Name}}Input>;

export const {{Name}}Ref = z.object({ id: z.uuid() });
export type {{Name}}Ref = z.infer<typeof {{Name}}Ref>;

export const {{Name}} = {{Name}}Input.extend({ id: z.uuid(), createdAt: z.iso.datetime() });
export type {{Name}} = z.infer<typeof {{Name}}>;

export const {{Name}}Page = pageOf({{Name}});
export type {{Name}}Page = z.infer<typeof {{Name}}Page>;
