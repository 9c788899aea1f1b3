import type { ComponentProps } from "react";

type Weight = "main" | "line" | "risk" | "text";

const looks: Record<Weight, string> = {
  main: "bg-bottle px-4.5 font-semibold text-on-bottle hover:bg-bottle-deep",
  line: "border border-edge px-3 font-medium text-ink hover:bg-well",
  risk: "border border-currant px-3 font-medium text-currant hover:bg-currant-soft",
  text: "px-2 -mx-2 font-semibold text-bottle hover:underline underline-offset-3",
};

type ButtonProps = Omit<ComponentProps<"button">, "type" | "disabled"> & {
  weight?: Weight;
  isBusy?: boolean;
  type?: "button" | "submit";
};

/** While busy it keeps focus and its place and does nothing, which `disabled` would not. */
export function Button({
  weight = "line",
  isBusy = false,
  type = "button",
  className = "",
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={isBusy || undefined}
      onClick={(event) => {
        // The second click of a double click belongs to the first one.
        if (!isBusy && event.detail < 2) onClick?.(event);
        else event.preventDefault();
      }}
      className={`inline-flex min-h-(--hit) items-center justify-center rounded-control text-ui transition-colors duration-(--m-quick) aria-disabled:cursor-default ${looks[weight]} ${className}`}
    />
  );
}
