// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/control/secret_desk.h"

#include <QAbstractTableModel>

#include <optional>

namespace mediahelm::ui {

// The secrets of a workspace, a row each: those that the manifest lists, and those that stand in a file in plain text.
// Never a value. Owned by its pane; main thread.
class SecretModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, StateColumn, UsedColumn, WordsColumn, columnCountOf };
    enum class State {
        kept,
        missing,
        environment, // of this program, which wins
        unknown, // the keychain does not say
        plain, // in a file
    };
    struct Row {
        QString name;
        State state = State::unknown;
        control::ListedSecret listed; // of one that is listed
        control::PlainSecret plain; // of one in plain text

        friend bool operator==(const Row &, const Row &) = default;
    };

    using QAbstractTableModel::QAbstractTableModel;

    // `kept`: none while it is not known.
    void setSecrets(const control::WorkspaceSecrets &secrets, const std::optional<control::KeptSecrets> &kept);
    const Row *row(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Row &row, int column) const;
    QString stateText(const Row &row) const;
    static QString usesText(const Row &row);

    QList<Row> m_rows;
    bool m_inKeychain = true;
};

} // namespace mediahelm::ui
