export function stampOf(checkout: string): string;
