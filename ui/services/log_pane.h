// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/log_source.h"
#include "core/model/container.h"

#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QLabel;
class QToolButton;

namespace mediahelm::ui {

class LogView;
class MessageBar;
class SearchField;

// A container's log, live: the view, and above it follow, pause, find, wrap, timestamps, copy, save. Reads only while
// active. Owned by its panel; main thread.
class LogPane : public QWidget
{
    Q_OBJECT

public:
    LogPane(control::LogSource &source, QWidget *parent);
    ~LogPane() override;

    void setService(const model::ContainerKey &key, const QString &name);
    void setActive(bool active);
    LogView *view() const { return m_view; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeBar();
    QToolButton *addToggle(QWidget *bar, const QString &symbol, const QString &text, bool on);
    QToolButton *addButton(QWidget *bar, const QString &symbol, const QString &text);
    void open();
    void setPaused(bool paused);
    void updateHits();
    void askWhereToSave();
    void saveTo(const QString &path);

    control::LogSource &m_source;
    std::optional<model::ContainerKey> m_key;
    std::unique_ptr<control::LogFeed> m_feed;
    QString m_name;
    QDateTime m_last; // of the newest line: where reading goes on
    bool m_active = false;
    LogView *m_view;
    MessageBar *m_message;
    SearchField *m_find = nullptr;
    QLabel *m_hits = nullptr;
    QToolButton *m_follow = nullptr;
    QToolButton *m_pause = nullptr;
};

} // namespace mediahelm::ui
