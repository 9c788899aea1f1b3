/** Stands on a line of text without stretching it, so that nothing moves when the words arrive. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden="true" className={`skeleton inline-block h-[0.7em] ${className}`} />;
}

/** A part that has not come yet. What stands under it stays out of sight meanwhile: `waiting:`, `behind-waiting:`. */
export function Waiting() {
  return (
    <p aria-busy="true">
      <Skeleton className="w-72 max-w-full text-h4" />
    </p>
  );
}
