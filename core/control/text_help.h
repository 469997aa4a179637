// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/control/configuration_file.h"
#include "core/model/text_place.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QString>
#include <QStringList>

namespace mediahelm::control {

enum class CompletionKind { key, value, variable, service, network, volume, config, secret, anchor };

struct Completion {
    QString text; // what is put in the place
    CompletionKind kind = CompletionKind::key;
    QString detail; // what stands beside it: a variable's value, a key's title; never a secret's value
    QString documentation; // may be empty
    bool hidden = false; // a secret: it has a value, and that is all that is told

    friend bool operator==(const Completion &, const Completion &) = default;
};

struct Completions {
    model::Span replaces; // of the text that was asked about; what the user has begun to type
    QList<Completion> items; // those that fit what was begun, the best first; 500 at most
};

// Where a value comes from.
struct ValueOrigin {
    QString file; // empty: the environment of the process
    model::Place place; // line 0 for the process
    QString value; // empty where it is hidden

    friend bool operator==(const ValueOrigin &, const ValueOrigin &) = default;
};

// What stands at a place of a text.
struct Explanation {
    model::Span span; // what it is about
    QString name; // of the variable or key; empty: there is nothing to say
    bool isVariable = false;
    bool isSet = false; // a variable that has a value
    bool hidden = false; // a secret
    QString value; // of a variable; empty where it is hidden
    // What the whole value in which it stands comes to, where that says more and has nothing secret in it: "8080:80" of
    // "${PORT:-8080}:80".
    QString resolved;
    QList<ValueOrigin> origins; // of a variable, the weakest first; the last one holds
    QString title; // of a key, from the schema
    QString documentation;
    QStringList examples; // as YAML, in one line
};

struct TextTarget {
    QString file;
    model::Span span;
    model::Place place;
};

struct FoundText {
    QString file;
    model::Place place;
    model::Span span; // of what was found, in its file
    QString line; // its whole line, 400 characters at most
    int column = 0; // of what was found, in `line`, UTF-16 units from 0
    int length = 0;
};

struct FoundTexts {
    QList<FoundText> found; // by file and place
    bool cut = false; // there are more than 2,000
};

struct TextSearch {
    QString text;
    bool matchCase = false;
    bool wholeWords = false;
};

// Tells what a text means at a byte, among the other files of its workspace as they stand in the editor. Texts are
// handed over with each question, so that an answer always fits what was asked. Owned by the open configuration; main
// thread, answers come later, in order. Errors: invalid (no file of the workspace), refused (too much is asked at
// once).
class TextHelp
{
public:
    virtual ~TextHelp() = default;

    virtual QFuture<base::Result<Completions>> complete(const QString &path, const QByteArray &text, qsizetype at) = 0;
    virtual QFuture<base::Result<Explanation>> explain(const QString &path, const QByteArray &text, qsizetype at) = 0;
    // Where the thing is defined that stands there. Errors: notFound.
    virtual QFuture<base::Result<TextTarget>> definition(const QString &path, const QByteArray &text, qsizetype at) = 0;
    virtual QFuture<base::Result<FoundTexts>> find(const TextSearch &search) = 0;
    // Changes of `theirs` and of `mine` put together, line by line. Errors: invalid (too large).
    virtual QFuture<base::Result<MergedText>> merge(const QByteArray &base, const QByteArray &theirs,
                                                    const QByteArray &mine) = 0;
};

} // namespace mediahelm::control
