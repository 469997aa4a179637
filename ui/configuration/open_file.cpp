// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/open_file.h"

#include "core/control/text_desk.h"
#include "ui/configuration/text_editor.h"

using namespace std::chrono_literals;

namespace mediahelm::ui {

using control::FileText;

OpenFile::OpenFile(control::Configuration &configuration, TextEditor &editor, const QString &path)
    : QObject(&editor)
    , m_configuration(configuration)
    , m_editor(editor)
    , m_path(path)
{
    m_editor.setReadOnly(true);
    m_pause.setSingleShot(true);
    m_pause.setInterval(120ms);
    connect(&m_pause, &QTimer::timeout, this, &OpenFile::tell);
    connect(&editor, &TextEditor::edited, this, &OpenFile::onEdited);
    connect(&editor, &QsciScintilla::modificationChanged, this, &OpenFile::changed);
}

bool OpenFile::isUnsaved() const
{
    return m_read && m_editor.isModified();
}

void OpenFile::read()
{
    m_configuration.textDesk().read(m_path).then(this, [this](const base::Result<FileText> &text) {
        if (text)
            take(*text);
        else
            Q_EMIT readFailed(text.error());
    });
}

void OpenFile::take(const FileText &text)
{
    m_editor.load(text.bytes);
    setBase(text.bytes);
    m_read = true;
    m_locked = !text.isUtf8;
    m_editor.setReadOnly(m_locked);
    m_checked = true;
    if (m_draft && !m_locked) {
        const control::Draft draft = *std::exchange(m_draft, std::nullopt);
        m_editor.replaceAll(draft.bytes);
        if (draft.base != m_digest) // nobody knows any more what it was made from
            m_conflict = Conflict{{}, text.bytes, false};
    }
    Q_EMIT changed();
}

void OpenFile::restore(const control::Draft &draft)
{
    m_draft = draft;
    read();
}

void OpenFile::setBase(const QByteArray &bytes)
{
    m_base = bytes;
    m_digest = control::textDigest(bytes);
}

void OpenFile::onEdited()
{
    m_checked = false;
    m_pause.start();
    Q_EMIT changed();
}

void OpenFile::tell()
{
    m_pause.stop();
    if (!m_read || m_locked)
        return;
    if (m_editor.isModified())
        m_configuration.textDesk().setText(m_path, m_editor.bytes(), m_digest);
    else if (m_told)
        m_configuration.textDesk().dropText(m_path);
    else
        m_configuration.look();
    m_told = m_editor.isModified();
}

void OpenFile::noteChecked()
{
    if (m_pause.isActive() || m_checked)
        return;
    m_checked = true;
    Q_EMIT changed();
}

void OpenFile::flush()
{
    if (m_pause.isActive())
        tell();
}

void OpenFile::markSaved()
{
    m_editor.setModified(false);
}

void OpenFile::save()
{
    if (!m_read || m_locked || m_saving || m_conflict)
        return;
    const QByteArray bytes = m_editor.bytes();
    const int generation = m_editor.generation();
    m_saving = true;
    Q_EMIT changed();
    m_configuration.textDesk()
        .save(m_path, bytes, m_digest)
        .then(this, [this, bytes, generation](const base::Result<FileText> &text) {
            m_saving = false;
            if (text) {
                setBase(bytes);
                m_told = false;
                if (generation == m_editor.generation())
                    markSaved();
                else
                    tell();
                Q_EMIT saved();
            } else if (text.error().kind == base::ErrorKind::conflict) {
                lookAtDisk();
            } else {
                Q_EMIT saveFailed(text.error());
            }
            Q_EMIT changed(); // NOLINT(readability-misleading-indentation): the macro is empty
        });
}

void OpenFile::revert()
{
    if (m_conflict) {
        takeTheirs();
        return;
    }
    m_editor.replaceAll(m_base);
    markSaved();
    tell();
}

void OpenFile::lookAtDisk()
{
    if (m_saving)
        return; // what comes of it says more
    m_configuration.textDesk().read(m_path).then(this,
                                                 [this](const base::Result<FileText> &text) { compareWithDisk(text); });
}

void OpenFile::compareWithDisk(const base::Result<FileText> &text)
{
    if (!m_read) {
        if (text)
            take(*text);
        return;
    }
    if (!text && text.error().kind != base::ErrorKind::notFound) {
        Q_EMIT readFailed(text.error());
        return;
    }
    const QByteArray theirs = text ? text->bytes : QByteArray();
    if (text && text->digest == m_digest) {
        m_conflict.reset(); // as it was again
    } else if (text && (theirs == m_editor.bytes() || !m_editor.isModified())) {
        // Nothing of ours is lost: it is shown, and can be undone as any other change.
        m_conflict.reset();
        m_editor.setReadOnly(false);
        m_editor.replaceAll(theirs);
        setBase(theirs);
        m_locked = !text->isUtf8;
        m_editor.setReadOnly(m_locked);
        markSaved();
    } else {
        const QByteArray base = m_conflict ? m_conflict->base : m_base;
        m_conflict = Conflict{base, theirs, !text};
    }
    Q_EMIT changed(); // NOLINT(readability-misleading-indentation): the macro is empty
}

void OpenFile::keepMine()
{
    if (!m_conflict)
        return;
    m_base = m_conflict->theirs;
    m_digest = m_conflict->gone ? QByteArray() : control::textDigest(m_base);
    m_conflict.reset();
    tell();
    Q_EMIT changed();
}

void OpenFile::takeTheirs()
{
    if (!m_conflict)
        return;
    m_base = m_conflict->theirs;
    m_digest = m_conflict->gone ? QByteArray() : control::textDigest(m_base);
    m_conflict.reset();
    m_editor.replaceAll(m_base);
    markSaved();
    tell();
    Q_EMIT changed();
}

void OpenFile::takeMerged(const QByteArray &merged)
{
    if (!m_conflict)
        return;
    m_editor.replaceAll(merged);
    keepMine();
}

} // namespace mediahelm::ui
