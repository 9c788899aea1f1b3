import type { Tx } from "./transact.ts";

export type Mail = { template: string; props: Record<string, unknown>; to: string; key: string; reason: string };

export const letters: Mail[] = [];

export async function sendMail(_tx: Tx, mail: Mail): Promise<void> {
  if (!letters.some(({ key }) => key === mail.key)) letters.push(mail);
}
