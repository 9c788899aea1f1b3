import { useEffect, useState } from "react";
import { m } from "#messages";
import { fetchAs } from "../../lib/fetch-as.ts";
import { openPrivatePictures, type PrivatePictures } from "../../lib/private-pictures.ts";
import { useSession } from "../../lib/use-session.ts";

/** A draft's pictures, which come in the name of whoever compares: the earlier ones at the start. */
export function ComparedPictures({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  const { read, getToken, renew } = useSession();
  const [pictures] = useState(() => openPrivatePictures(fetchAs({ read, getToken, renew })));
  useEffect(() => pictures.close, [pictures]);
  return (
    <>
      <Side {...{ pictures }} ids={before} />
      <Side {...{ pictures }} ids={after} />
    </>
  );
}

function Side({ pictures, ids }: { pictures: PrivatePictures; ids: readonly string[] }) {
  return (
    <div className="difference-pictures">
      {ids.map((id) => (
        <Picture key={id} {...{ pictures, id }} />
      ))}
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
