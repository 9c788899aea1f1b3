/** Room for 200,000 words of any language, and an end to what a stranger may make us hold. */
export const limits = {
  textLengthMax: 3_000_000,
  nodeCountMax: 400_000,
  depthMax: 16,
  footnoteCountMax: 5000,
  tableRowsMax: 500,
  tableColumnsMax: 50,
  refusalsMax: 20,
} as const;
