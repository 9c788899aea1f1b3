/** One turned comma, the quieter half of a quotation. */
export function Mark() {
  return (
    <span className="mark">
      <span aria-hidden="true" className="mark-comma">
        ‘
      </span>
      MueJam
    </span>
  );
}
