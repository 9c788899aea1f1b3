/// An entry of a member's own list. It hangs on the account, which never leaves the server.
/// A name is taken only once among the entries that are not removed: a partial unique index in the migration.
model {{Name}} {
  id        String    @id @db.Uuid
  accountId String    @map("account_id") @db.Uuid
  name      String
  createdAt DateTime  @map("created_at") @db.Timestamptz(3)
  removedAt DateTime? @map("removed_at") @db.Timestamptz(3)

  @@index([accountId, createdAt(sort: Desc), id(sort: Desc)])
  @@index([removedAt])
  @@map("{{name}}")
}
