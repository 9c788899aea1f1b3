import { initialsOf } from "./initials.ts";

const sizes = {
  small: "avatar size-7 text-[0.6875rem]",
  usual: "avatar size-9 text-small",
  large: "avatar size-18 text-h3",
};

/** Round, as people are; covers are not. It stands beside the name that it shortens. */
export function Avatar({ name, size = "usual" }: { name: string; size?: keyof typeof sizes }) {
  return (
    // Drawn rather than written: what is read aloud is the name itself.
    <span aria-hidden="true" data-initials={initialsOf(name)} className={sizes[size]} />
  );
}
