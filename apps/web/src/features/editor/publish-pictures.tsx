import type { Document } from "@muejam/prose/document";
import { figuresIn } from "@muejam/prose/figures";
import { plainText } from "@muejam/prose/walk";
import { m } from "#messages";
import { isOwnName } from "./pictures/picture-box.ts";

type PublishPicturesProps = { document: Document; onDescribe: (id: string) => void };

/** The pictures of which nobody has said what they show, each with the way to it. */
export function PublishPictures({ document, onDescribe }: PublishPicturesProps) {
  const silent = [...figuresIn(document)].filter(isSilent);
  if (silent.length === 0) return null;
  return (
    <section aria-label={m.editor_publish_pictures()} className="mb-3">
      <p className="text-body">{m.editor_publish_pictures_silent({ count: silent.length })}</p>
      <ul>
        {silent.map(({ attrs: { id }, content }, index) => (
          <li key={id}>
            <button
              type="button"
              className="link inline-flex min-h-(--hit) items-center text-start wrap-anywhere"
              onClick={() => onDescribe(id)}
            >
              {m.editor_publish_picture_describe({ name: plainText(content) || String(index + 1) })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What of the pictures stands in the way of publishing. */
export function pictureHindrance(document: Document): string | null {
  const figures = [...figuresIn(document)];
  if (figures.some(({ attrs }) => isOwnName(attrs.media))) return m.editor_publish_picture_waits();
  return figures.some(isSilent) ? m.editor_publish_picture_silent() : null;
}

const isSilent = ({ attrs: { alt } }: { attrs: { alt: string | null } }): boolean => alt === null;
