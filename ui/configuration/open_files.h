// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/configuration.h"
#include "core/control/text_help.h"
#include "ui/configuration/lexers.h"

#include <QSet>
#include <QStackedWidget>

#include <functional>

namespace mediahelm::ui {

class CompletionList;
class EditorAssist;
class OpenFile;
class TextEditor;

// The files that are open, each in an editor of its own that keeps its place and what can be undone. Owned by the page;
// main thread.
class OpenFiles final : public QStackedWidget
{
    Q_OBJECT

public:
    // All are borrowed and outlive what is opened.
    OpenFiles(control::Configuration &configuration, CompletionList &completions, QWidget *parent = nullptr);

    // Shows the file, reading it where it is not open; `then` runs when it is read.
    void open(const QString &path, const std::function<void(OpenFile &file)> &then = {});
    void restore(const control::Draft &draft); // and shows it
    void close(const QString &path); // what is not saved of it is gone
    OpenFile *current() const;
    OpenFile *find(const QString &path) const;
    EditorAssist *assist() const; // of the current one
    QList<OpenFile *> all() const { return m_files; }
    QSet<QString> unsaved() const;
    void setProblems(const QList<model::Diagnostic> &problems); // of all files
    void flush(); // the workspace is told of what was typed last

Q_SIGNALS:
    void currentFileChanged(); // another one
    void changed(mediahelm::ui::OpenFile *file);
    void saved(mediahelm::ui::OpenFile *file);
    void failed(mediahelm::ui::OpenFile *file, const mediahelm::base::Error &error, bool saving);
    void targetFound(const mediahelm::control::TextTarget &target);
    void nothingFound();
    void cursorMoved();

private:
    OpenFile *make(const QString &path);

    control::Configuration &m_configuration;
    CompletionList &m_completions;
    QList<OpenFile *> m_files; // as the pages of the stack
    QList<EditorAssist *> m_assists;
    QList<model::Diagnostic> m_problems;
};

Syntax syntaxOf(const QString &path, control::FileKind kind);

} // namespace mediahelm::ui
