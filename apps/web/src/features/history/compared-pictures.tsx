import { useEffect, useState } from "react";
import { m } from "#messages";
import { fetchAs } from "../../lib/fetch-as.ts";
import { openPrivatePictures, type PrivatePictures } from "../../lib/private-pictures.ts";
import { useSession } from "../../lib/use-session.ts";

/** A draft's pictures, which come in the name of whoever compares: the earlier ones at the start. */
export function ComparedPictures({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  const pictures = usePictures();
  return (
    <>
      <Side {...{ pictures }} ids={before} />
      <Side {...{ pictures }} ids={after} />
    </>
  );
}

function Side({ pictures, ids }: { pictures: PrivatePictures | null; ids: readonly string[] }) {
  return (
    <div className="difference-pictures">
      {pictures ? ids.map((id) => <Picture key={id} {...{ pictures, id }} />) : null}
    </div>
  );
}

function Picture({ pictures, id }: { pictures: PrivatePictures; id: string }) {
  const [address, setAddress] = useState<string | null>();
  useEffect(() => {
    let isOver = false;
    const take = (found: string | null) => isOver || setAddress(found);
    void pictures.at(id).then(take, () => take(null));
    return () => {
      isOver = true;
    };
  }, [pictures, id]);
  if (address === null) return <p className="text-small text-ink-2">{m.history_picture_missing()}</p>;
  return address === undefined ? null : <img src={address} alt={m.history_picture()} />;
}

function usePictures(): PrivatePictures | null {
  const { read, getToken, renew } = useSession();
  const [pictures, setPictures] = useState<PrivatePictures | null>(null);
  useEffect(() => {
    const opened = openPrivatePictures(fetchAs({ read, getToken, renew }));
    setPictures(opened);
    return opened.close;
  }, [read, getToken, renew]);
  return pictures;
}
