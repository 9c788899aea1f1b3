import { m } from "#messages";

/** Where no story begins yet, or none can be had. */
export function HouseLine() {
  return (
    <>
      <p className="door-line">{m.sign_in_door_opening()}</p>
      <p className="door-source">{m.sign_in_door_about()}</p>
    </>
  );
}
