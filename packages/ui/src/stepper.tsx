type StepperProps<Value extends string> = {
  values: readonly Value[];
  value: string;
  onChoose: (value: Value) => void;
  words: { more: string; less: string; shown: (value: string) => string };
};

/** One of a few values in a row: a step less, the value, a step more. */
export function Stepper<Value extends string>({ values, value, onChoose, words }: StepperProps<Value>) {
  const index = values.findIndex((one) => one === value);
  const step = (by: 1 | -1) => {
    const next = values[index + by];
    return (
      <button
        type="button"
        aria-label={by > 0 ? words.more : words.less}
        aria-disabled={next === undefined}
        onClick={() => next !== undefined && onChoose(next)}
      >
        <span aria-hidden="true">{by > 0 ? "+" : "−"}</span>
      </button>
    );
  };
  return (
    <div className="stepper">
      {step(-1)}
      <output>{words.shown(value)}</output>
      {step(1)}
    </div>
  );
}
