import { profilePath } from "@muejam/contracts/address";
import type { Profile } from "@muejam/contracts/profile";
import { Link } from "@tanstack/react-router";

export function AuthorLink({ author }: { author: Profile }) {
  return (
    <Link to={profilePath(author)} rel="author" className="font-semibold text-ink hover:underline wrap-anywhere">
      <bdi>{author.displayName}</bdi>
    </Link>
  );
}
