/** Room for 200,000 words of twenty letters each, and an end to what a stranger may make us hold. */
export const limits = {
  textLengthMax: 4_000_000,
  nodeCountMax: 400_000,
  depthMax: 32,
  footnoteCountMax: 5000,
  tableRowsMax: 500,
  tableColumnsMax: 50,
  refusalsMax: 20,
} as const;
