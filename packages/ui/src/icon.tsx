/** One line drawing in 24 units, in the colour of the words beside it. It never stands without a name. */
export function Icon({ path, className = "" }: { path: string; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={`icon ${className}`}>
      <path d={path} />
    </svg>
  );
}
