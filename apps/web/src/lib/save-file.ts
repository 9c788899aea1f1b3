type File = { text: string; type: "text/plain" | "application/json" };

export function saveFile(name: string, { text, type }: File): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name.replace(/[\p{Cc}\\/:*?"<>|]+/gu, " ").slice(0, 100);
  link.click();
  // The browser reads it after this task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
