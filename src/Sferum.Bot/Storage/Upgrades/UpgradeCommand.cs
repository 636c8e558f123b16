using System.Data;

namespace Sferum.Bot.Storage.Upgrades;

/// <summary>A statement of an upgrade, which both providers and DbUp's own commands understand.</summary>
internal static class UpgradeCommand
{
    /// <param name="factory">Makes commands within the transaction of the upgrade.</param>
    public static void Execute(Func<IDbCommand> factory, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = factory();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        command.ExecuteNonQuery();
    }
}
