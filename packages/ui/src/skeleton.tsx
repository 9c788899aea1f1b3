/** Stands on a line of text without stretching it, so that nothing moves when the words arrive. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden="true" className={`skeleton inline-block h-[0.7em] ${className}`} />;
}
