/** `detail` holds ids and codes only: words about a person live in rows that can be erased. */
export type AuditEntry = {
  act: string;
  subject: string;
  purpose?: string;
  detail?: Record<string, string | number | boolean | null>;
};
