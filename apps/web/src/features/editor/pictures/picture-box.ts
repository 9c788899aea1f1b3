import type { Picture } from "@muejam/contracts/media";
import type { Verdict } from "../autosave.ts";

/** `picture` is what the server calls it, once it has it; `error` why it will not. `isKept`: the device has it too. */
export type HeldPicture = { key: string; file: Blob; picture: Picture | null; error: unknown; isKept: boolean };
export type Pictures = ReadonlyMap<string, HeldPicture>;

export type PicturePorts = {
  keep(key: string, file: Blob): Promise<void>;
  /** The device may forget the file, and must know the name. */
  settle(key: string, picture: Picture): Promise<void>;
  forget(key: string): Promise<void>;
  send(key: string, file: Blob): Promise<Picture>;
  judge(error: unknown, failures: number): Verdict;
  /** Pictures go out when words may. */
  mayGo(): boolean;
};

export type PictureBox = ReturnType<typeof openPictures>;

/** Until a server has a picture, its chapter calls it by this: the name under which it is sent, however often. */
export const isOwnName = (media: unknown): media is string => typeof media === "string" && media.startsWith(mark);
/** A UUID, so that the same picture sent twice is one. */
export const uuidOf = (key: string): string => key.slice(mark.length);
const mark = "here-";

/** Keeps each picture on this device, then brings it to the server, one at a time, until it is there or is refused. */
export function openPictures(left: readonly HeldPicture[], ports: PicturePorts) {
  const listeners = new Set<() => void>();
  const forgotten = new Set<string>();
  let held: Pictures = new Map(left.map((picture) => [picture.key, picture]));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isSending = false;
  let isClosed = false;

  function become(key: string, part: Partial<HeldPicture>): void {
    const before = held.get(key);
    if (before) held = new Map(held).set(key, { ...before, ...part });
    for (const tell of listeners) tell();
  }

  const keep = (key: string, file: Blob): Promise<void> =>
    ports.keep(key, file).then(
      () => become(key, { isKept: true }),
      () => become(key, {}),
    );

  async function attempt(): Promise<void> {
    clearTimeout(timer);
    const next = [...held.values()].find(isWaiting);
    if (!next || isSending || isClosed || !ports.mayGo()) return;
    isSending = true;
    const isDone = await bring(next);
    isSending = false;
    if (isDone) await attempt();
  }

  /** False when it has to wait. */
  async function bring({ key, file }: HeldPicture): Promise<boolean> {
    try {
      const picture = await ports.send(key, file);
      failures = 0;
      // The file goes only when its name is known here: a crash in between sends it once more, and it is the same.
      await ports.settle(key, picture).catch(() => undefined);
      become(key, { picture });
      return true;
    } catch (error) {
      const verdict = ports.judge(error, failures);
      failures += 1;
      if (verdict.kind === "refused") become(key, { error });
      else if (verdict.kind === "again" && !isClosed) timer = setTimeout(() => void attempt(), verdict.afterMs);
      return verdict.kind === "refused";
    }
  }

  void attempt();
  return {
    read: () => held,
    subscribe(tell: () => void) {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
    /** Answers with the name that it has from now on. */
    add(file: Blob): string {
      const key = mark + crypto.randomUUID();
      held = new Map(held).set(key, { key, file, picture: null, error: null, isKept: false });
      void keep(key, file).then(attempt);
      return key;
    },
    /** No server will ever have what was refused: it waits here only while the text names it, or names it anew. */
    keepNamed(isNamed: (key: string) => boolean): void {
      for (const { key, file } of [...held.values()].filter(isRefused)) {
        if (isNamed(key)) {
          if (forgotten.delete(key)) void keep(key, file);
        } else if (!forgotten.has(key)) {
          forgotten.add(key);
          void ports.forget(key).catch(() => undefined);
          become(key, { isKept: false });
        }
      }
    },
    wake(): void {
      failures = 0;
      void attempt();
    },
    close(): void {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

export const isUnsent = ({ picture }: HeldPicture): boolean => picture === null;
const isWaiting = (picture: HeldPicture): boolean => isUnsent(picture) && !isRefused(picture);
const isRefused = ({ error }: HeldPicture): boolean => error !== null;
