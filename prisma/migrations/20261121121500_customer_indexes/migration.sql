-- The lists of customers stand in the order of their names, and page by it.
CREATE INDEX "accounts_by_name" ON "accounts"("name", "id");
CREATE INDEX "users_by_name" ON "users"("kind", "name", "id");
