// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/log_pane.h"

#include "ui/style/format.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/words.h"
#include "ui/widgets/log_search.h"
#include "ui/widgets/log_view.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/search_field.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSaveFile>
#include <QToolButton>

namespace mediahelm::ui {

using control::LogFeed;

namespace {

constexpr int firstLines = 5000;

} // namespace

LogPane::LogPane(control::LogSource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_view(new LogView(this))
    , m_message(new MessageBar(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::tiny);
    layout->addWidget(makeBar());
    layout->addWidget(m_message);
    layout->addWidget(m_view, 1);
    m_message->setAction(tr("Read again"));
    connect(m_message, &MessageBar::actionTriggered, this, [this] {
        m_message->withdraw();
        open();
    });
    connect(m_view, &LogView::followingChanged, m_follow, &QToolButton::setChecked);
    connect(m_view->search(), &LogSearch::changed, this, &LogPane::updateHits);
}

LogPane::~LogPane() = default;

QWidget *LogPane::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    m_find = new SearchField(tr("Find in the log"), bar);
    m_find->setMinimumWidth(90);
    m_hits = new QLabel(bar);
    m_hits->setTextFormat(Qt::PlainText);
    m_hits->setFont(captionFont(font()));
    layout->addWidget(m_find, 1);
    layout->addWidget(m_hits);
    QToolButton *previous = addButton(bar, QStringLiteral("keyboard_arrow_up"), tr("Previous hit"));
    QToolButton *next = addButton(bar, QStringLiteral("keyboard_arrow_down"), tr("Next hit"));
    m_follow = addToggle(bar, QStringLiteral("vertical_align_bottom"), tr("Follow the end"), true);
    m_pause = addToggle(bar, QStringLiteral("pause"), tr("Pause reading"), false);
    QToolButton *wrap = addToggle(bar, QStringLiteral("wrap_text"), tr("Wrap long lines"), false);
    QToolButton *stamps = addToggle(bar, QStringLiteral("schedule"), tr("Show timestamps"), true);
    QToolButton *copy = addButton(bar, QStringLiteral("content_copy"), tr("Copy the chosen lines, or all"));
    QToolButton *save = addButton(bar, QStringLiteral("save"), tr("Save to a file"));

    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &text) { m_view->search()->setText(text); });
    connect(m_find, &QLineEdit::returnPressed, m_view, &LogView::findNext);
    connect(m_find, &SearchField::left, m_view, [this] { m_view->setFocus(); });
    connect(previous, &QToolButton::clicked, m_view, &LogView::findPrevious);
    connect(next, &QToolButton::clicked, m_view, &LogView::findNext);
    connect(m_follow, &QToolButton::toggled, m_view, &LogView::setFollowing);
    connect(m_pause, &QToolButton::toggled, this, &LogPane::setPaused);
    connect(wrap, &QToolButton::toggled, m_view, &LogView::setWrapped);
    connect(stamps, &QToolButton::toggled, m_view, &LogView::setTimestampsShown);
    connect(copy, &QToolButton::clicked, m_view, &LogView::copySelection);
    connect(save, &QToolButton::clicked, this, &LogPane::askWhereToSave);
    return bar;
}

QToolButton *LogPane::addButton(QWidget *bar, const QString &symbol, const QString &text)
{
    auto *button = new QToolButton(bar);
    button->setIcon(symbolIcon(symbol));
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    bar->layout()->addWidget(button);
    return button;
}

QToolButton *LogPane::addToggle(QWidget *bar, const QString &symbol, const QString &text, bool on)
{
    QToolButton *button = addButton(bar, symbol, text);
    button->setCheckable(true);
    button->setChecked(on);
    return button;
}

void LogPane::setService(const model::ContainerKey &key, const QString &name)
{
    m_name = name;
    m_view->setAccessibleName(tr("Log of %1").arg(name));
    if (m_key == key)
        return;
    m_key = key;
    m_feed.reset();
    m_last = {};
    m_view->clear();
    m_message->withdraw();
    m_pause->setChecked(false);
    m_view->setFollowing(true);
    if (m_active)
        open();
}

void LogPane::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    if (!active)
        m_feed.reset();
    else if (m_key)
        open();
}

// From the newest line that is known on, so that nothing is read twice.
void LogPane::open()
{
    if (!m_key)
        return;
    model::LogOptions options;
    options.follow = true;
    if (m_last.isValid())
        options.since = m_last.addMSecs(1);
    else
        options.tail = firstLines;
    m_feed = m_source.open(*m_key, options);
    connect(m_feed.get(), &LogFeed::lines, this, [this](const QList<model::LogLine> &lines) {
        m_view->append(lines);
        if (!lines.isEmpty() && lines.last().at.isValid())
            m_last = lines.last().at;
    });
    connect(m_feed.get(), &LogFeed::failed, this, [this](const base::Error &error) {
        m_message->tell(wordsFor(error, tr("The log of %1 cannot be read").arg(m_name)));
    });
    connect(m_feed.get(), &LogFeed::closed, this, [this] {
        m_message->tell(Tone::info, tr("The log has ended"),
                        tr("The container does not run any more, or has been removed."));
    });
    m_feed->setPaused(m_pause->isChecked());
}

void LogPane::setPaused(bool paused)
{
    if (m_feed)
        m_feed->setPaused(paused);
}

void LogPane::updateHits()
{
    const LogSearch *search = m_view->search();
    if (search->text().isEmpty()) {
        m_hits->clear();
        return;
    }
    const qint64 current = m_view->currentLine();
    const QString count = formatCount(search->count()) + (search->complete() ? QString() : QStringLiteral("…"));
    const QString text = current >= 0 && search->matches(current)
        ? tr("%1 of %2", "position among the hits").arg(formatCount(search->placeOf(current) + 1), count)
        : (search->count() == 0 && search->complete() ? tr("No hits") : tr("%1 lines").arg(count));
    if (text != m_hits->text())
        m_hits->setText(text);
}

void LogPane::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find))
        m_find->setFocus(Qt::ShortcutFocusReason);
    else if (event->matches(QKeySequence::FindNext))
        m_view->findNext();
    else if (event->matches(QKeySequence::FindPrevious))
        m_view->findPrevious();
    else if (event->matches(QKeySequence::Save))
        askWhereToSave();
    else
        QWidget::keyPressEvent(event);
    updateHits();
}

void LogPane::askWhereToSave()
{
    auto *dialog = new QFileDialog(this, tr("Save the log"), {}, tr("Text files (*.log *.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("log"));
    dialog->selectFile(m_name + QStringLiteral(".log"));
    connect(dialog, &QFileDialog::fileSelected, this, &LogPane::saveTo);
    dialog->open();
}

// A user's export in their own folder, possibly large: written aside and renamed, without the fsync of our own files.
void LogPane::saveTo(const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !m_view->save(file) || !file.commit()) {
        m_message->tell(wordsFor({base::ErrorKind::io, tr("%1 was not written").arg(path), file.errorString()},
                                 tr("Could not save the log")));
        return;
    }
    m_message->tell(Tone::good, tr("Saved the log"), path);
}

} // namespace mediahelm::ui
