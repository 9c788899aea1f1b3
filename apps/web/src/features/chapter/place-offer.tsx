import type { ChapterView, Position } from "@muejam/contracts/reading";
import { Button } from "@muejam/ui/button";
import { type RefObject, useEffect, useState } from "react";
import { m } from "#messages";
import { deviceWord, thisDevice } from "../../lib/device.ts";
import { formatNumber } from "../../lib/format.ts";
import { blocksIn } from "./page-blocks.ts";
import { findBlock } from "./place.ts";
import { useChapterHere } from "./use-chapter-here.ts";

type Offer = { element: Element; paragraph: number; of: number; device: string };
type PlaceOfferProps = { chapter: ChapterView; prose: RefObject<HTMLElement | null> };

/** Where somebody stopped in this chapter, when the page shows another place of it. Only they scroll. */
export function PlaceOffer({ chapter, prose }: PlaceOfferProps) {
  const [offer, setOffer] = useState<Offer | null>(null);
  const position = usePositionOnce(chapter);

  useEffect(() => {
    if (!position || position.chapterId !== chapter.id) return undefined;
    const frame = requestAnimationFrame(() => setOffer(prose.current && offerIn(prose.current, position)));
    return () => cancelAnimationFrame(frame);
  }, [position, chapter.id, prose]);

  if (!offer) return null;
  const { element, paragraph, of, device } = offer;
  const go = () => {
    setOffer(null);
    // Who was in a passage had opened it.
    element.closest("details")?.setAttribute("open", "");
    element.scrollIntoView({ block: "start" });
  };
  return (
    <aside aria-label={m.chapter_offer_label()} className="place-offer">
      <p role="status" className="min-w-0 grow">
        {m.chapter_offer_words({ paragraph: formatNumber(paragraph), of: formatNumber(of) })}
        {device !== "" && device !== thisDevice() ? m.chapter_offer_on({ device: deviceWord(device) }) : null}
      </p>
      <Button weight="text" onClick={go}>
        {m.chapter_offer_go()}
      </Button>
      <Button weight="text" onClick={() => setOffer(null)}>
        {m.chapter_offer_stay()}
      </Button>
    </aside>
  );
}

/** Nothing to offer where the place is to be seen already, or is the beginning. */
function offerIn(prose: Element, place: Position["current"]): Offer | null {
  const found = blocksIn(prose);
  const blocks = found.map(({ block }) => block);
  const block = findBlock(blocks, place);
  const index = blocks.findIndex(({ id }) => id === block?.id);
  const element = found[index]?.element;
  if (!element || index === 0) return null;
  const { top, bottom } = element.getBoundingClientRect();
  const isInView = top < innerHeight && bottom > 0;
  return isInView ? null : { element, paragraph: index + 1, of: blocks.length, device: place.device };
}

/** As it was when the chapter was opened: what this page keeps meanwhile is no news to it. */
function usePositionOnce(chapter: ChapterView) {
  const here = useChapterHere(chapter);
  const [first, setFirst] = useState<typeof here>();
  if (here && !first) setFirst(here);
  return first?.position?.current;
}
