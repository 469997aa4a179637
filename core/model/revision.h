// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"
#include "core/model/file_path.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace mediahelm::model {

struct RevisionIdRule { // ^[a-f0-9]{40}$: the commit's id
    static bool accepts(QStringView text);
    static QString describe();
};
using RevisionId = base::ValidatedName<RevisionIdRule>;
QString shortId(const RevisionId &id); // as many of its digits as are shown

struct TagNameRule { // ^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$, no "..", no ".lock" at its end, not "head"
    static bool accepts(QStringView text);
    static QString describe();
};
using TagName = base::ValidatedName<TagNameRule>;

// Who did it, as given; the email may be empty. Neither may hold '<', '>' or a control character.
struct Author {
    QString name;
    QString email;

    friend bool operator==(const Author &, const Author &) = default;
};

// Why a revision came to be.
enum class RevisionKind {
    applied, // saved in order to be applied
    savePoint, // kept on the user's wish
    external, // what others had changed on disk
    rollback, // an earlier revision's files again
    foreign, // not committed by us: somebody used git; only read, never saved
};
QString revisionKindName(RevisionKind kind); // "applied", "save-point", "external", "rollback", "foreign"

enum class Verdict {
    healthy,
    unhealthy, // and not rolled back
    rolledBack, // unhealthy, and an earlier revision was put in its place
    cancelled,
};
QString verdictName(Verdict verdict); // "healthy", "unhealthy", "rolled-back", "cancelled"

struct RanImage {
    QString service;
    QString reference; // as the Compose file says
    QString digest; // what it was resolved to: "sha256:..."

    friend bool operator==(const RanImage &, const RanImage &) = default;
};

// One run of a revision: what ran, and how it went. Kept beside the revision, since it is known only later.
struct Deployment {
    QDateTime when; // UTC, milliseconds
    Author by;
    Verdict verdict = Verdict::healthy;
    QList<RanImage> images;
    QString summary; // one line, may be empty; never a secret

    friend bool operator==(const Deployment &, const Deployment &) = default;
};

struct Revision {
    RevisionId id;
    std::optional<RevisionId> parent; // the one before
    Author author;
    QDateTime when; // UTC, seconds
    QString message;
    RevisionKind kind = RevisionKind::foreign;
    QStringList services; // that it concerns
    QStringList tags;
    std::optional<Deployment> deployment; // the latest
};

struct RevisionFilter { // all that are set must hold
    QString service; // a revision that names it
    QString path; // the file, or a file in the folder, was changed
    QString text; // in message, author, services, tags, or the id's beginning; case does not matter
    QByteArray content; // a changed file held it more or fewer times than before; case matters
};

struct RevisionPage {
    QList<Revision> revisions; // newest first
    std::optional<RevisionId> next; // where the next page begins; absent at the end. A page may be short, or empty
    qsizetype total = 0; // revisions in the store, whatever the filter
};

struct Tag {
    TagName name;
    RevisionId revision;
    Author author; // empty for a tag without a message
    QDateTime when; // null for a tag without a message
    QString message;
};

} // namespace mediahelm::model
