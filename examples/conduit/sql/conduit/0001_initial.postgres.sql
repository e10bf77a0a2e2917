-- The tables of conduit, as openapi/conduit.yaml asked for them at first. Yours to change: it is never rewritten.

CREATE TABLE "users" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "username" text COLLATE "C" NOT NULL,
  "email" text COLLATE "C" NOT NULL,
  "password_hash" text COLLATE "C" NOT NULL,
  "bio" text COLLATE "C",
  "image" text COLLATE "C",
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "users_username_key" ON "users" ("username");
CREATE UNIQUE INDEX "users_email_key" ON "users" ("email");

CREATE TABLE "follows" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "follower_id" text COLLATE "C" NOT NULL,
  "followed_id" text COLLATE "C" NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "follows_follower_id_followed_id_key" ON "follows" ("follower_id", "followed_id");

CREATE TABLE "articles" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "number" bigint NOT NULL,
  "slug" text COLLATE "C" NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "description" text COLLATE "C" NOT NULL,
  "body" text COLLATE "C" NOT NULL,
  "tag_list" jsonb NOT NULL,
  "author_id" text COLLATE "C" NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "articles_slug_key" ON "articles" ("slug");
CREATE UNIQUE INDEX "articles_number_key" ON "articles" ("number");
CREATE INDEX "articles_author_id_number_index" ON "articles" ("author_id", "number");

CREATE TABLE "article_tags" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "article_id" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "article_tags_article_id_name_key" ON "article_tags" ("article_id", "name");
CREATE INDEX "article_tags_name_index" ON "article_tags" ("name");

CREATE TABLE "favorites" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "article_id" text COLLATE "C" NOT NULL,
  "user_id" text COLLATE "C" NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "favorites_article_id_user_id_key" ON "favorites" ("article_id", "user_id");
CREATE INDEX "favorites_user_id_index" ON "favorites" ("user_id");

CREATE TABLE "comments" (
  "id" text COLLATE "C" NOT NULL,
  "created_at" timestamptz(3) NOT NULL,
  "updated_at" timestamptz(3) NOT NULL,
  "version" integer NOT NULL,
  "number" bigint NOT NULL,
  "article_id" text COLLATE "C" NOT NULL,
  "author_id" text COLLATE "C" NOT NULL,
  "body" text COLLATE "C" NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY ("article_id") REFERENCES "articles" ("id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "comments_number_key" ON "comments" ("number");
CREATE INDEX "comments_article_id_number_index" ON "comments" ("article_id", "number");
