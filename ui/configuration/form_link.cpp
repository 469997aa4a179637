// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/form_link.h"

#include "ui/configuration/form/form_pane.h"
#include "ui/configuration/open_file.h"
#include "ui/configuration/open_files.h"
#include "ui/configuration/text_editor.h"
#include "ui/style/phrases/phrase_book.h"
#include "ui/style/words.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace mediahelm::ui {

FormLink::FormLink(control::Configuration &configuration, OpenFiles &files, FormPane &pane, QObject *parent)
    : QObject(parent)
    , m_configuration(configuration)
    , m_files(files)
    , m_pane(pane)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms);
    connect(&m_pause, &QTimer::timeout, this, &FormLink::ask);
    connect(&files, &OpenFiles::currentFileChanged, this, &FormLink::onFile);
    connect(&files, &OpenFiles::changed, this, [this](const OpenFile *changed) {
        if (changed == m_files.current())
            onEdited();
    });
    connect(&files, &OpenFiles::cursorMoved, this, [this] {
        if (const OpenFile *current = file(); current && m_isOn)
            m_pane.setCursor(current->editor().cursorByte());
    });
    connect(&configuration, &control::Configuration::diagnosed, this, [this] {
        if (const OpenFile *current = file(); current && m_isOn && current->isChecked())
            m_pane.setProblems(m_configuration.diagnostics());
        // A variable may have another value now.
        m_asked.clear();
        onEdited();
    });
    connect(&pane, &FormPane::editWanted, this, [this](const control::FormEdit &edit) {
        m_wanted.append({file(), edit});
        write();
    });
    connect(&pane, &FormPane::spanAsked, this, [this](const model::Span &span) {
        if (const OpenFile *current = file())
            current->editor().select({span.begin, span.begin});
    });
    connect(&pane, &FormPane::placeAsked, this, [this](const model::Place &place) {
        if (const OpenFile *current = file()) {
            current->editor().goTo(place);
            current->editor().setFocus(Qt::OtherFocusReason);
        }
    });
}

void FormLink::setOn(bool on)
{
    m_isOn = on;
    m_asked.clear();
    onFile();
}

OpenFile *FormLink::file() const
{
    OpenFile *current = m_files.current();
    if (!current || !current->isRead() || current->isLocked())
        return nullptr;
    const QList<control::ConfigurationFile> &known = m_configuration.facts().files;
    const bool isCompose = std::ranges::any_of(known, [current](const control::ConfigurationFile &each) {
        return each.path == current->path() && each.kind == control::FileKind::compose;
    });
    return isCompose ? current : nullptr;
}

void FormLink::onFile()
{
    if (!m_isOn)
        return;
    const OpenFile *current = file();
    m_pane.setFile(current ? current->path() : QString());
    if (current) {
        m_pane.setProblems(m_configuration.diagnostics());
        ask();
    }
}

void FormLink::onEdited()
{
    if (!m_isOn)
        return;
    const OpenFile *current = file();
    if (!current)
        return;
    m_pane.setFile(current->path());
    const QString wanted = current->path() + u' ' + QString::number(current->editor().generation());
    if (wanted != m_asked)
        m_pause.start();
}

void FormLink::ask()
{
    m_pause.stop();
    const OpenFile *current = file();
    if (!current || !m_isOn)
        return;
    const int generation = current->editor().generation();
    m_asked = current->path() + u' ' + QString::number(generation);
    m_pane.setCursor(current->editor().cursorByte());
    m_configuration.formDesk()
        .form(current->path(), current->editor().bytes())
        .then(this, [this, path = current->path(), generation](const base::Result<control::ComposeForm> &form) {
            const OpenFile *now = file();
            if (now && now->path() == path && now->editor().generation() == generation)
                m_pane.setForm(form);
        });
}

void FormLink::write()
{
    if (m_isWriting || m_wanted.isEmpty())
        return;
    OpenFile *file = m_wanted.constFirst().file;
    if (!file) {
        m_wanted.removeFirst();
        write();
        return;
    }
    m_isWriting = true;
    const int generation = file->editor().generation();
    m_configuration.formDesk()
        .withField(file->path(), file->editor().bytes(), m_wanted.constFirst().edit)
        .then(this, [this, generation, file = QPointer(file)](const base::Result<QByteArray> &text) {
            m_isWriting = false;
            if (file)
                onWritten(*file, generation, text);
            else
                m_wanted.removeFirst();
            write();
        });
}

void FormLink::onWritten(OpenFile &file, int generation, const base::Result<QByteArray> &text)
{
    const control::FormEdit edit = m_wanted.takeFirst().edit;
    if (!text) {
        const bool isTold =
            text.error().kind == base::ErrorKind::conflict || text.error().kind == base::ErrorKind::invalid;
        m_pane.refuse(edit,
                      isTold ? inOurWords(text.error().message)
                             : wordsFor(text.error(), tr("That cannot be written")).oneLine());
        return;
    }
    if (generation != file.editor().generation()) {
        m_pane.refuse(edit, tr("The text changed meanwhile. Try again."));
        return;
    }
    file.editor().replaceInPlace(*text);
    if (edit.action == control::FormEdit::Action::remove) {
        // The rows behind it have other places now.
        const QString list = edit.pointer.left(edit.pointer.lastIndexOf(u'/') + 1);
        const QList<Wanted> waiting = std::exchange(m_wanted, {});
        for (const Wanted &wanted : waiting) {
            if (wanted.file == &file && wanted.edit.pointer.startsWith(list))
                m_pane.refuse(wanted.edit, tr("The text changed meanwhile. Try again."));
            else
                m_wanted.append(wanted);
        }
    }
    if (&file == m_files.current())
        ask(); // at once: the form shows what was written
}

} // namespace mediahelm::ui
