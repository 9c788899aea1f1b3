import { Fragment, type ReactNode } from "react";

type WordedProps<Place extends string> = {
  words: (inputs: Record<Place, string>) => string;
  parts: Record<Place, ReactNode>;
};

const mark = "\u0000";

/** One message with something to press in it: what stands in the place of each of its inputs, wherever a language puts it. */
export function Worded<Place extends string>({ words, parts }: WordedProps<Place>) {
  const places = Object.keys(parts).map((place) => [place, mark + place + mark]);
  // safe: one input for each part.
  const sentence = words(Object.fromEntries(places) as Record<Place, string>);
  return sentence.split(mark).map((piece, index) => (
    // The pieces of a sentence stay in their order.
    <Fragment key={`${index} ${piece}`}>{index % 2 === 1 ? parts[piece as Place] : piece}</Fragment>
  ));
}
