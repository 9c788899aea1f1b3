import type { Document } from "@muejam/prose/document";
import { type Count, countDocument } from "@muejam/prose/words";
import { useDeferredValue, useMemo } from "react";

/** As the server counts; a key that is pressed does not wait for it. */
export function useCount(document: Document, language: string): Count {
  const settled = useDeferredValue(document);
  return useMemo(() => countDocument(settled, language), [settled, language]);
}
