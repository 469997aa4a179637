// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/open_files.h"

#include "ui/configuration/completion_list.h"
#include "ui/configuration/editor_assist.h"
#include "ui/configuration/open_file.h"
#include "ui/configuration/text_editor.h"

#include <algorithm>

namespace mediahelm::ui {

Syntax syntaxOf(const QString &path, control::FileKind kind)
{
    using control::FileKind;
    if (kind == FileKind::env || path.endsWith(u".env"))
        return Syntax::env;
    const bool yaml = path.endsWith(u".yaml") || path.endsWith(u".yml");
    return kind == FileKind::manifest || kind == FileKind::compose || yaml ? Syntax::yaml : Syntax::plain;
}

OpenFiles::OpenFiles(control::Configuration &configuration, CompletionList &completions, QWidget *parent)
    : QStackedWidget(parent)
    , m_configuration(configuration)
    , m_completions(completions)
    , m_problems(configuration.diagnostics())
{
    connect(this, &QStackedWidget::currentChanged, this, [this] {
        m_completions.withdraw();
        Q_EMIT currentFileChanged();
    });
    connect(&configuration, &control::Configuration::fileChanged, this, [this](const QString &path) {
        if (OpenFile *file = find(path))
            file->lookAtDisk();
    });
    connect(&configuration, &control::Configuration::diagnosed, this, [this] {
        for (OpenFile *file : std::as_const(m_files))
            file->noteChecked();
        setProblems(m_configuration.diagnostics());
    });
}

OpenFile *OpenFiles::make(const QString &path)
{
    control::FileKind kind = control::FileKind::handedOver;
    for (const control::ConfigurationFile &file : m_configuration.facts().files)
        kind = file.path == path ? file.kind : kind;
    auto *editor = new TextEditor(syntaxOf(path, kind), this);
    editor->setAccessibleName(path);
    editor->setAccessibleDescription(tr("F6 leaves the editor"));
    auto *file = new OpenFile(m_configuration, *editor, path);
    auto *assist = new EditorAssist(*editor, path, m_configuration.help(), m_completions);
    connect(file, &OpenFile::changed, this, [this, file] { Q_EMIT changed(file); });
    connect(file, &OpenFile::saved, this, [this, file] { Q_EMIT saved(file); });
    connect(file, &OpenFile::readFailed, this,
            [this, file](const base::Error &error) { Q_EMIT failed(file, error, false); });
    connect(file, &OpenFile::saveFailed, this,
            [this, file](const base::Error &error) { Q_EMIT failed(file, error, true); });
    connect(assist, &EditorAssist::targetFound, this, &OpenFiles::targetFound);
    connect(assist, &EditorAssist::nothingFound, this, &OpenFiles::nothingFound);
    connect(editor, &QsciScintilla::cursorPositionChanged, this, &OpenFiles::cursorMoved);
    m_files.append(file);
    m_assists.append(assist);
    addWidget(editor);
    return file;
}

void OpenFiles::open(const QString &path, const std::function<void(OpenFile &file)> &then)
{
    OpenFile *file = find(path);
    if (!file) {
        file = make(path);
        file->read();
    }
    setCurrentWidget(&file->editor());
    if (file->isRead()) {
        if (then)
            then(*file);
        return;
    }
    const auto once = std::make_shared<QMetaObject::Connection>();
    *once = connect(file, &OpenFile::changed, this, [this, file, once, then] {
        if (!file->isRead())
            return;
        disconnect(*once);
        setProblems(m_problems);
        if (then)
            then(*file);
    });
}

void OpenFiles::restore(const control::Draft &draft)
{
    OpenFile *file = find(draft.path);
    if (!file)
        file = make(draft.path);
    file->restore(draft);
    setCurrentWidget(&file->editor());
}

void OpenFiles::close(const QString &path)
{
    OpenFile *file = find(path);
    if (!file)
        return;
    const qsizetype at = m_files.indexOf(file);
    QWidget *editor = &file->editor();
    m_files.removeAt(at);
    m_assists.removeAt(at);
    m_completions.withdraw();
    removeWidget(editor);
    delete editor; // at once: it must not tell the workspace of a text any more
}

OpenFile *OpenFiles::current() const
{
    return m_files.value(currentIndex(), nullptr);
}

EditorAssist *OpenFiles::assist() const
{
    return m_assists.value(currentIndex(), nullptr);
}

OpenFile *OpenFiles::find(const QString &path) const
{
    const auto found = std::ranges::find(m_files, path, &OpenFile::path);
    return found == m_files.cend() ? nullptr : *found;
}

QSet<QString> OpenFiles::unsaved() const
{
    QSet<QString> paths;
    for (const OpenFile *file : m_files) {
        if (file->isUnsaved())
            paths.insert(file->path());
    }
    return paths;
}

void OpenFiles::setProblems(const QList<model::Diagnostic> &problems)
{
    m_problems = problems;
    for (const OpenFile *file : std::as_const(m_files)) {
        if (!file->isRead() || !file->isChecked())
            continue; // the squiggles of before move with the text
        QList<model::Diagnostic> own;
        std::ranges::copy_if(problems, std::back_inserter(own),
                             [file](const model::Diagnostic &problem) { return problem.file == file->path(); });
        file->editor().setProblems(own);
    }
}

void OpenFiles::flush()
{
    for (OpenFile *file : std::as_const(m_files))
        file->flush();
}

} // namespace mediahelm::ui
