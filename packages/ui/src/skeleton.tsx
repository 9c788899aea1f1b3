/** Stands in a line of text and takes its height from it, so that nothing moves when the words arrive. */
export function Skeleton({ className }: { className: string }) {
  return (
    <span aria-hidden="true" className={`skeleton inline-block h-[0.8em] align-baseline ${className}`}>
      &#8203;
    </span>
  );
}
