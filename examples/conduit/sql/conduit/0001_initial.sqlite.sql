-- The tables of conduit, as openapi/conduit.yaml asked for them at first. Yours to change: it is never rewritten.

CREATE TABLE "users" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "username" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "password_hash" TEXT NOT NULL,
  "bio" TEXT,
  "image" TEXT,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "users_username_key" ON "users" ("username");
CREATE UNIQUE INDEX "users_email_key" ON "users" ("email");

CREATE TABLE "follows" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "follower_id" TEXT NOT NULL,
  "followed_id" TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "follows_follower_id_followed_id_key" ON "follows" ("follower_id", "followed_id");

CREATE TABLE "articles" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "number" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "tag_list" TEXT NOT NULL,
  "author_id" TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT;
CREATE UNIQUE INDEX "articles_slug_key" ON "articles" ("slug");
CREATE UNIQUE INDEX "articles_number_key" ON "articles" ("number");
CREATE INDEX "articles_author_id_number_index" ON "articles" ("author_id", "number");

CREATE TABLE "article_tags" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "article_id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "article_tags_article_id_name_key" ON "article_tags" ("article_id", "name");
CREATE INDEX "article_tags_name_index" ON "article_tags" ("name");

CREATE TABLE "favorites" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "article_id" TEXT NOT NULL,
  "user_id" TEXT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "favorites_article_id_user_id_key" ON "favorites" ("article_id", "user_id");
CREATE INDEX "favorites_user_id_index" ON "favorites" ("user_id");

CREATE TABLE "comments" (
  "id" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "number" INTEGER NOT NULL,
  "article_id" TEXT NOT NULL,
  "author_id" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id") ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX "comments_number_key" ON "comments" ("number");
CREATE INDEX "comments_article_id_number_index" ON "comments" ("article_id", "number");
