export const dayMs = 86_400_000;

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * dayMs);

export const daysAfter = (now: Date, days: number): Date => new Date(now.getTime() + days * dayMs);
